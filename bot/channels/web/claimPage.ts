import type { Report } from '../../../dialogs/baggageClaim/describeReport.js';
import type { Voice } from '../../../dialogs/form/voice.js';
import { bundleStyles, readWebFile } from './bundle.js';
import { escapeHtml, fillTemplate } from './fillTemplate.js';

export interface ClaimPageRequest {
  readonly report: Report;
  readonly voice: Voice;
  readonly airline: string;
  readonly phone: string;
  readonly nonce: string;
}

/** A baggage report as a page to read, print and keep; complete without its script, which only adds the button. */
export async function createClaimPage(): Promise<(request: ClaimPageRequest) => string> {
  const [template, logo, styles] = await Promise.all([
    readWebFile('claim/claim.html'),
    readWebFile('design/logo.svg'),
    bundleStyles('design/tokens.css', 'design/base.css', 'claim/claim.css'),
  ]);
  return ({ report, voice, airline, phone, nonce }) => {
    const { say, language } = voice;
    const words = {
      title: say('claim:page.title', { reference: report.reference }),
      print: say('claim:page.print'),
      toChat: say('claim:page.toChat'),
      airline,
    };
    const escaped = Object.entries(words).map(([name, word]) => [name, escapeHtml(word)]);
    const slots = Object.fromEntries(escaped) as Record<string, string>;
    const body = renderReport(report, phone, say);
    return fillTemplate(template, language, {}, { ...slots, language, nonce, styles, logo, report: body });
  };
}

function renderReport(report: Report, phone: string, say: Voice['say']): string {
  const { reference, filedAt, asOf, status, told, next, papers, messages } = report;
  const head = [
    { label: say('claim:page.status'), value: status },
    { label: say('claim:page.filed'), value: filedAt },
  ];
  return [
    `<h1>${escapeHtml(say('claim:page.heading'))}</h1>`,
    `<p class="report__reference"><span class="visually-hidden">${escapeHtml(say('claim:page.reference'))}: </span>${escapeHtml(reference)}</p>`,
    `<p class="report__as-of">${escapeHtml(say('claim:page.asOf', { time: asOf }))}</p>`,
    renderRows(head),
    renderSection(say('claim:page.told'), renderRows(told)),
    renderSection(say('claim:page.deadlines'), renderDeadlines(report, say)),
    renderSection(say('claim:page.next'), renderList('ol', next)),
    renderSection(say('claim:page.papers'), renderList('ul', papers)),
    messages.length === 0 ? '' : renderSection(say('claim:page.messages'), renderMessages(messages)),
    `<footer>${[say('claim:page.questions', { phone }), say('claim:page.notice')]
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join('')}</footer>`,
  ].join('\n');
}

function renderSection(heading: string, content: string): string {
  return `<section><h2>${escapeHtml(heading)}</h2>${content}</section>`;
}

function renderRows(rows: Report['told']): string {
  const parts = rows.map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl>${parts.join('')}</dl>`;
}

function renderDeadlines({ deadlines }: Report, say: Voice['say']): string {
  const headings = [say('claim:page.day'), say('claim:page.what'), say('claim:page.source')];
  const rows = deadlines.map(({ day, note, isPressing, what, source }) => {
    const pressing = note === undefined ? '' : `<span class="report__pressing">${escapeHtml(note)}</span>`;
    const first = `<th scope="row">${escapeHtml(day)}${isPressing ? pressing : ''}</th>`;
    return `<tr>${first}<td>${escapeHtml(what)}</td><td>${escapeHtml(source)}</td></tr>`;
  });
  const head = headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function renderList(kind: 'ol' | 'ul', items: readonly string[]): string {
  return `<${kind}>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</${kind}>`;
}

function renderMessages(messages: Report['messages']): string {
  return messages
    .map(
      ({ from, time, text }) =>
        `<div class="report__message"><b>${escapeHtml(`${from} · ${time}`)}</b>${escapeHtml(text)}</div>`,
    )
    .join('');
}
