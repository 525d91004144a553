/** One exchange as the contract sees it. `status` is null when a scripted fault altered the answer. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number | null;
  readonly answer: string;
}

export interface ContractBook {
  readonly check: (exchange: Exchange) => void;
}
