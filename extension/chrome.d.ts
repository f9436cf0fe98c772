/** The few calls of a browser's extension API that are used here. */
declare const chrome: {
  readonly runtime: { openOptionsPage(): Promise<void> };
  readonly storage: {
    readonly local: {
      get(names: readonly string[]): Promise<Record<string, unknown>>;
      set(values: Readonly<Record<string, unknown>>): Promise<void>;
    };
  };
  readonly tabs: {
    query(info: {
      active: boolean;
      lastFocusedWindow: boolean;
    }): Promise<readonly { readonly url?: string }[]>;
    create(tab: { url: string; active?: boolean }): Promise<unknown>;
  };
  readonly permissions: { request(wanted: { origins: readonly string[] }): Promise<boolean> };
};
