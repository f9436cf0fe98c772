/** The last results of dear computations by key, each computed once however many ask for it at the same time. */
export interface RecentAnswers<Value> {
  get(key: string): Promise<Value> | undefined;
  /** Keeps the result, unless it fails or `isWorthKeeping` says no. */
  put(key: string, value: Promise<Value>, isWorthKeeping: (value: Value) => boolean): Promise<Value>;
}

/** @param kept how many results are kept; the one that was not asked for longest goes first */
export function createRecentAnswers<Value>(kept: number): RecentAnswers<Value> {
  const values = new Map<string, Promise<Value>>();
  return {
    get(key) {
      const value = values.get(key);
      if (value !== undefined) {
        values.delete(key);
        values.set(key, value);
      }
      return value;
    },
    async put(key, value, isWorthKeeping) {
      values.set(key, value);
      for (const oldest of values.keys()) {
        if (values.size <= kept) break;
        values.delete(oldest);
      }
      const forget = () => {
        if (values.get(key) === value) values.delete(key);
      };
      try {
        const result = await value;
        if (!isWorthKeeping(result)) forget();
        return result;
      } catch (error) {
        forget();
        throw error;
      }
    },
  };
}
