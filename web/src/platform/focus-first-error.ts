/** Puts the keyboard on the first field with an error, in the order of the page; for the second argument of `onSubmit`. */
export function focusFirstError(
  _errors: unknown,
  _values: unknown,
  event?: { readonly currentTarget: EventTarget | null },
): void {
  const form = event?.currentTarget;
  if (!(form instanceof HTMLElement)) return;
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"], [data-error] input')?.focus());
}
