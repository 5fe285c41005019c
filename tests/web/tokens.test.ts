import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('../../web/design/tokens.css', import.meta.url), 'utf8');
const [light = '', systemDark = '', chosenDark = ''] = [
  /^:root \{(.*?)^\}/ms,
  /:root:not\(\[data-theme='light'\]\) \{(.*?)\n {2}\}/s,
  /:root\[data-theme='dark'\] \{(.*?)^\}/ms,
].map((block) => block.exec(css)?.[1] ?? '');

const readRoles = (block: string): Record<string, string> =>
  Object.fromEntries(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]),
  );

const themes = { light: readRoles(light), dark: { ...readRoles(light), ...readRoles(systemDark) } };

const AA_TEXT = 4.5;
const AA_SHAPES = 3;

/** Contrast as WCAG 2 defines it. */
function measureContrast(theme: Record<string, string>, one: string, other: string): number {
  const [high, low] = [one, other]
    .map((name) => measureLuminance(resolve(theme, name)))
    .sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

function resolve(theme: Record<string, string>, name: string): string {
  const value = theme[name] ?? '';
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return reference ? resolve(theme, reference) : value;
}

function measureLuminance(hex: string): number {
  expect(hex).toMatch(/^#[0-9a-f]{6}$/);
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const share = parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  it.each([
    ['--text', '--page'],
    ['--text', '--surface'],
    ['--text', '--surface-sunken'],
    ['--text', '--surface-raised'],
    ['--text', '--bubble-them'],
    ['--text-muted', '--page'],
    ['--text-muted', '--surface'],
    ['--text-muted', '--surface-sunken'],
    ['--text-muted', '--surface-raised'],
    ['--link', '--surface'],
    ['--link', '--bubble-them'],
    ['--on-accent', '--accent'],
    ['--accent-strong', '--surface-raised'],
    ['--accent-strong', '--accent-soft'],
    ['--on-brand', '--brand'],
    ['--on-brand-muted', '--brand-strong'],
    ['--on-bubble-us', '--bubble-us'],
    ['--warn', '--warn-soft'],
    ['--bad', '--bad-soft'],
  ])('lets %s be read on %s', (text, ground) => {
    expect(measureContrast(themes[name], text, ground)).toBeGreaterThanOrEqual(AA_TEXT);
  });

  it.each([
    ['--focus', '--page'],
    ['--focus', '--surface'],
    ['--line-strong', '--surface'],
    ['--accent', '--surface-raised'],
    ['--good', '--surface'],
  ])('lets %s be seen on %s', (shape, ground) => {
    expect(measureContrast(themes[name], shape, ground)).toBeGreaterThanOrEqual(AA_SHAPES);
  });
});

it('is as dark by choice as by the system', () => {
  expect(readRoles(chosenDark)).toEqual(readRoles(systemDark));
});
