/** The part of autocannon used here: it comes without types. */
declare module 'autocannon' {
  type Options = {
    readonly url: string
    readonly headers?: Readonly<Record<string, string>> | undefined
    readonly connections: number
    /** Seconds. */
    readonly duration: number
  }
  type Result = { readonly requests: { readonly average: number }; readonly non2xx: number; readonly errors: number }
  export default function autocannon(options: Options): Promise<Result>
}
