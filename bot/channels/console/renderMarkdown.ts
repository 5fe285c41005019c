const BOLD = '\u001b[1m';
const PLAIN = '\u001b[22m';
// What a terminal would obey: an answer's text must not move the cursor or change the title.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Light Markdown as a terminal shows it: bold where it can, bullets, and addresses written out. */
export function renderMarkdown(text: string, { styled }: { styled: boolean }): string {
  const [on, off] = styled ? [BOLD, PLAIN] : ['', ''];
  return text
    .replace(CONTROL, '')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_all, words: string, url: string) =>
      words === url ? url : `${words} (${url.replace(/^(mailto|tel):/, '')})`,
    )
    .replace(/^#{1,6}\s+(.*)$/gm, `${on}$1${off}`)
    .replace(/^(\s*)[-*]\s+/gm, '$1• ')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, `${on}$2${off}`)
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/(?<!\w)_(?=\S)([^_\n]+)(?<=\S)_(?!\w)/g, '$1')
    .replace(/`([^`]+)`/g, '$1');
}
