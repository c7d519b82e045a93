/** Of a number that people have written with spaces or signs, what is no figure of it is left out. */
const figuresOf = (phone: string): string => phone.replace(/[^\d+]/g, "");

/** Where a number leads. */
export const telOf = (phone: string): string => `tel:${figuresOf(phone)}`;
export const smsOf = (phone: string): string => `sms:${figuresOf(phone)}`;
export const isCallable = (phone: string): boolean => figuresOf(phone) !== "";
