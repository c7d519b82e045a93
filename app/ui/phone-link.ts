/** Where a number leads that people have written with spaces or signs; what is no figure of it is left out. */
export const telOf = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, "")}`;
