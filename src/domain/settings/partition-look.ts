/** How a partition's portal looks (seed 003, statement 2): on every page of it, for everybody of the partition. What is left empty is as the deployment has it. */
export type PartitionLook = {
  /** Said at the top of home; `{name}` stands for the first name of whoever reads it. */
  readonly greeting: string;
  /** Behind the greeting. */
  readonly banner: string;
  readonly logo: string;
  /** `#rrggbb`, on light screens and on dark ones. */
  readonly light: string;
  readonly dark: string;
};

export type LookField = keyof PartitionLook;

export const usualLook: PartitionLook = { greeting: '', banner: '', logo: '', light: '', dark: '' };
