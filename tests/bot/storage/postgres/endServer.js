/** `node endServer.js PID FOLDER`: ends a server, and removes its folder, once standard input is closed. */
import { rm } from 'node:fs/promises';

const [, , pid, folder] = process.argv;

process.stdin.on('end', () => {
  try {
    process.kill(Number(pid), 'SIGINT');
  } catch {
    // It was ended as it should be.
  }
  // The server writes for a moment yet.
  void rm(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});
process.stdin.resume();
