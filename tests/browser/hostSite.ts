import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of another site with the widget's tag on it, under as strict a content policy as it can live with. */
export class HostSite {
  private server: Server | undefined;

  /** Opens the site; `deskUrl` may be set later, as the desk has to know this origin first. */
  static async open(): Promise<HostSite> {
    const site = new HostSite();
    site.server = createServer((_req, res) => {
      res.setHeader('Content-Type', 'text/html; charset=utf-8');
      res.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src ${site.deskUrl}; frame-src ${site.deskUrl}; font-src 'self'; require-trusted-types-for 'script'`,
      );
      res.end(
        `<!doctype html><html lang="en"><title>Host</title><main><h1>Host</h1><button>before</button></main>` +
          `<script src="${site.deskUrl}/widget.js" async data-language="zh-Hans"></script></html>`,
      );
    });
    await new Promise<void>((resolve) => site.server?.listen(0, '127.0.0.1', resolve));
    return site;
  }

  deskUrl = '';

  get origin(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }
}
