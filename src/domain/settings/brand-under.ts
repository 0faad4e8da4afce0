import type { LookField, PartitionLook } from './partition-look.ts';

type Deployment = { readonly [Field in 'light' | 'dark' | 'logo']?: string | undefined };
type Brand = { readonly [Field in LookField]?: string | undefined };

/**
 * The brand that people see: what the partition sets, over the deployment's. A light colour brings a dark one of its own,
 * for the deployment's was made for another.
 */
export const brandUnder = (deployment: Deployment, look: PartitionLook): Brand => ({
  ...look,
  logo: look.logo || deployment.logo,
  light: look.light || deployment.light,
  dark: look.dark || (look.light ? undefined : deployment.dark),
});
