/** Ends a run with the plain line `N passed, N failed`, so that any tool can read the result. */
// Jest loads a reporter by its default export.
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const broken = results.testResults.filter((file) => file.testExecError).length;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(`${results.numPassedTests} passed, ${results.numFailedTests + broken} failed${tail}`);
  }
}
