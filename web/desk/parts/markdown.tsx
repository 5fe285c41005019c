import { compiler, type MarkdownToJSX } from 'markdown-to-jsx/react';
import type { ReactNode } from 'react';

/** Only these; an address that could run something becomes plain text. */
const SAFE_ADDRESS = /^(https?:|mailto:|tel:|\/)/i;

const OPTIONS: MarkdownToJSX.Options = {
  disableParsingRawHTML: true,
  forceBlock: true,
  wrapper: 'div',
  overrides: {
    a: { component: SafeLink },
    img: { component: PictureName },
    h1: { component: 'h4' },
    h2: { component: 'h4' },
    h3: { component: 'h4' },
  },
};

/** The light Markdown of bot and agents as elements; HTML in it is shown as the text it is. */
export function Markdown({ text }: { readonly text: string }) {
  return <div className="markdown">{compiler(text.replace(/(?<!\n)\n(?!\n)/g, '  \n'), OPTIONS)}</div>;
}

function SafeLink({ href, children }: { readonly href?: string; readonly children?: ReactNode }) {
  if (!href || !SAFE_ADDRESS.test(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

/** A picture from elsewhere would tell its owner that it was looked at. */
function PictureName({ alt }: { readonly alt?: string }) {
  return <>{alt}</>;
}
