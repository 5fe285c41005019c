import type { PanelMessage } from '../chat/embedding.js';
import type { Language } from '../../locales/language.js';
import { logo, styles, type Tag, type WidgetWords } from './tag.js';

const FULL_SCREEN = '(max-width: 480px)';

/** The button and the panel with the chat, in a shadow root of their own. */
export class Panel {
  static readonly hostName = 'redeye-chat';

  private readonly root = document.createElement('div');
  private readonly launcher = document.createElement('button');
  private readonly label = document.createElement('span');
  private readonly dot = document.createElement('span');
  private readonly panel = document.createElement('div');
  private frame: HTMLIFrameElement | undefined;

  constructor(
    private readonly tag: Tag,
    private readonly words: WidgetWords & { readonly language: Language },
  ) {
    const host = document.createElement(Panel.hostName);
    const shadow = host.attachShadow({ mode: 'open' });
    addStyles(shadow);
    this.build();
    shadow.append(this.root);
    document.body.append(host);

    this.launcher.addEventListener('click', () => (this.isOpen ? this.close() : this.open()));
    this.root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.isOpen) this.close();
    });
    window.addEventListener('message', (event: MessageEvent<PanelMessage | null>) => {
      const isChat = event.origin === tag.origin && event.source === this.frame?.contentWindow;
      if (isChat && event.data?.redeye === 'close') this.close();
      if (isChat && event.data?.redeye === 'reply' && !this.isOpen) this.showUnread(true);
    });
  }

  private get isOpen(): boolean {
    return !this.panel.hidden;
  }

  private build(): void {
    const { words, tag } = this;
    this.root.lang = words.language;
    this.root.className = tag.position;
    this.launcher.type = 'button';
    this.launcher.className = 'launcher';
    this.launcher.setAttribute('aria-expanded', 'false');
    this.launcher.setAttribute('aria-haspopup', 'dialog');
    this.launcher.setAttribute('aria-controls', 'panel');
    this.launcher.append(drawLogo(), this.label, this.dot);
    this.label.className = 'label';
    this.label.textContent = words.open;
    this.dot.className = 'dot';
    this.dot.setAttribute('role', 'status');
    this.dot.hidden = true;
    this.panel.id = 'panel';
    this.panel.className = 'panel';
    this.panel.setAttribute('role', 'dialog');
    this.panel.setAttribute('aria-label', words.panel);
    this.panel.hidden = true;
    this.root.append(this.panel, this.launcher);
  }

  private open(): void {
    this.panel.hidden = false;
    this.root.classList.add('open');
    this.panel.setAttribute('aria-modal', String(matchMedia(FULL_SCREEN).matches));
    this.mark('true', this.words.close);
    this.showUnread(false);
    this.frame ??= this.load();
    this.frame.focus();
    this.tell('shown');
  }

  private close(): void {
    this.panel.hidden = true;
    this.root.classList.remove('open');
    this.mark('false', this.words.open);
    this.launcher.focus();
  }

  private mark(expanded: 'true' | 'false', words: string): void {
    this.launcher.setAttribute('aria-expanded', expanded);
    this.label.textContent = words;
  }

  private showUnread(unread: boolean): void {
    this.dot.hidden = !unread;
    this.dot.replaceChildren();
    if (!unread) return;
    const spoken = document.createElement('span');
    spoken.className = 'spoken';
    spoken.textContent = this.words.unread;
    this.dot.append(spoken);
  }

  /** Only now, so that the chat costs nothing to visitors who never open it. */
  private load(): HTMLIFrameElement {
    const address = new URL('/?embed=1', this.tag.origin);
    if (this.tag.language) address.searchParams.set('lang', this.tag.language);
    const frame = document.createElement('iframe');
    frame.src = address.href;
    frame.title = this.words.panel;
    frame.allow = 'microphone; autoplay; clipboard-write';
    this.panel.append(frame);
    return frame;
  }

  private tell(what: PanelMessage['redeye']): void {
    this.frame?.contentWindow?.postMessage({ redeye: what } satisfies PanelMessage, this.tag.origin);
  }
}

/** Constructed style sheets need no permission in the host page's content policy; a style element does. */
function addStyles(shadow: ShadowRoot): void {
  if ('adoptedStyleSheets' in shadow) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    shadow.adoptedStyleSheets = [sheet];
    return;
  }
  const element = document.createElement('style');
  element.textContent = styles;
  (shadow as ShadowRoot).append(element);
}

/** Drawn element by element: pages that enforce Trusted Types forbid parsing. */
function drawLogo(): SVGElement {
  const drawing = createShape('svg', { viewBox: '0 0 56 40', fill: 'none', 'aria-hidden': 'true' });
  const outline = /<path d="([^"]+)"/.exec(logo)?.[1] ?? '';
  drawing.append(
    createShape('circle', { cx: '25', cy: '22', r: '8.5', fill: '#ff6f58' }),
    createShape('path', { d: outline, stroke: '#fff', 'stroke-width': '3', 'stroke-linejoin': 'round' }),
  );
  return drawing;
}

function createShape(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const shape = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) shape.setAttribute(attribute, value);
  return shape;
}
