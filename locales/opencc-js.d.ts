// The package's own declarations import each other without file endings, which Node's resolution does not follow.
declare module 'opencc-js/core' {
  type Dictionary = string | readonly (readonly [string, string])[];
  export function ConverterFactory(...groups: readonly (readonly Dictionary[])[]): (text: string) => string;
}
declare module 'opencc-js/preset/cn2t' {
  export const from: { readonly cn: readonly (readonly string[])[] };
  export const to: Readonly<Record<'tw' | 'twp' | 'hk', readonly (readonly string[])[]>>;
}
declare module 'opencc-js/t2cn' {
  export function Converter(options: { from: 't' | 'tw' | 'twp' | 'hk'; to: 'cn' }): (text: string) => string;
}
