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

type Brand = { readonly [Field in LookField]?: string | undefined };

/** The brand that people see: what the partition sets, over the deployment's. A light colour brings a dark one of its own, for the deployment's was made for another. */
export const brandUnder = (deployment: Brand, { greeting, banner, logo, light, dark }: PartitionLook): Brand => ({
  greeting: greeting || deployment.greeting,
  banner: banner || deployment.banner,
  logo: logo || deployment.logo,
  light: light || deployment.light,
  dark: dark || (light ? undefined : deployment.dark),
});
