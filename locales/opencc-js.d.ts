// The package's own declarations import each other without file endings, which Node's resolution does not follow.
declare module 'opencc-js/core' {
  export function ConverterFactory(
    ...groups: readonly (readonly (readonly [string, string])[])[][]
  ): (text: string) => string;
}
declare module 'opencc-js/cn2t' {
  export function Converter(options: { from: 'cn'; to: 'tw' | 'twp' | 'hk' }): (text: string) => string;
}
declare module 'opencc-js/t2cn' {
  export function Converter(options: { from: 't' | 'tw' | 'twp' | 'hk'; to: 'cn' }): (text: string) => string;
}
