import * as v from 'valibot';
import { expect, test } from 'vitest';
import { backendKeyOf } from './backend-key.ts';
import { porticoJsonSchema, type PorticoJson } from './portico-json.ts';
import { routes } from './routes.ts';

const read = (settings: unknown): PorticoJson => v.parse(porticoJsonSchema, settings);
const isTaken = (settings: unknown): boolean => v.safeParse(porticoJsonSchema, settings).success;

test('an empty file is a portal in front of its own origin', () => {
  expect(read({})).toEqual({ name: 'Service Desk', backend: { kind: 'portico', address: '' }, brand: {}, vocabulary: {}, forgottenPassword: {} });
});

test('a list is no settings, and neither is a word', () => {
  for (const settings of [[], [{ name: 'Desk' }], 'Desk', 7, null]) expect([settings, isTaken(settings)]).toEqual([settings, false]);
});

test('a backend is at this origin, under a path, or at an address of its own', () => {
  for (const address of ['', '/desk', 'https://desk.example', 'http://localhost:8080']) expect(read({ backend: { address } }).backend.address).toBe(address);
  expect(read({ backend: { address: 'https://desk.example/' } }).backend.address).toBe('https://desk.example');
  for (const address of ['desk.example', 'ftp://desk.example', 'javascript:alert(1)', ' /desk'])
    expect([address, isTaken({ backend: { address } })]).toEqual([address, false]);
});

test('colours are colours, so that nothing else gets into the styles', () => {
  for (const light of ['#0a7d5a', '#ABCDEF', 'oklch(62% 0.19 145)']) expect([light, isTaken({ brand: { light } })]).toEqual([light, true]);
  for (const light of ['red', '#fff', 'oklch(1 1 1); x', '#0a7d5a}', 'url(x)']) expect([light, isTaken({ brand: { light } })]).toEqual([light, false]);
});

test('names have a length that fits, and a backend is one that is known', () => {
  const bad = [{ name: '' }, { name: 'x'.repeat(81) }, { shortName: 'x'.repeat(21) }, { backend: { kind: 'other' } }];
  for (const settings of bad) expect([settings, isTaken(settings)]).toEqual([settings, false]);
});

test('what devices keep is kept apart by backend', () => {
  expect(backendKeyOf(read({}))).toBe('portico@here');
  expect(backendKeyOf(read({ backend: { address: '/desk' } }))).toBe('portico@/desk');
});

test('the bytes of a file and their upload have addresses of their own', () => {
  expect([routes.file('f1'), routes.upload('f1')]).toEqual(['/api/files/f1', '/api/files/f1/upload']);
});
