/** Passwords as argon2id (RFC 9106), in a text that says how it was made. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { PasswordCost } from '../server-deps.ts';

const derive = promisify(argon2);

/** RFC 9106 §4, second recommendation scaled to a small server: 64 MiB, 3 passes. */
export const ordinaryCost: PasswordCost = { memoryKib: 65_536, passes: 3 };

/** For passwords that everybody is told: hashing them dearly would protect nobody, and make the first start slow. */
export const toldToEverybodyCost: PasswordCost = { memoryKib: 1_024, passes: 1 };

export const hashPassword = async (password: string, cost: PasswordCost): Promise<string> => {
  const salt = randomBytes(16);
  const tag = await deriveTag(password, salt, cost);
  return ['argon2id', cost.memoryKib, cost.passes, salt.toString('base64url'), tag.toString('base64url')].join('$');
};

export const isPassword = async (password: string, stored: string): Promise<boolean> => {
  const [name, memoryKib, passes, salt, tag] = stored.split('$');
  if (name !== 'argon2id' || !salt || !tag) return false;
  const expected = Buffer.from(tag, 'base64url');
  const derived = await deriveTag(password, Buffer.from(salt, 'base64url'), { memoryKib: Number(memoryKib), passes: Number(passes) });
  return derived.length === expected.length && timingSafeEqual(derived, expected);
};

const deriveTag = (password: string, nonce: Buffer, cost: PasswordCost): Promise<Buffer> =>
  derive('argon2id', { message: password.normalize('NFC'), nonce, parallelism: 1, tagLength: 32, memory: cost.memoryKib, passes: cost.passes });
