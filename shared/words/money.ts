/** "EUR 25", "GBP 12.50" */
export function costWords({ amount, currency }: { amount: number; currency: string }): string {
  return `${currency} ${Number.isInteger(amount) ? amount : amount.toFixed(2)}`;
}
