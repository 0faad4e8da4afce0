/**
 * The portal's script in parts: a few larger files rather than many small ones, since a compressor that sees more repeats
 * finds more of them. Whatever a part needs comes with it, unless a part before it has it already.
 */
type Graph = { readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null };

/** What opens each part, in the order in which a person comes to need them. The page itself is the first. */
const openings = {
  page: ['src/main.tsx'],
  // With what the pages of the front door share with the screens: whoever is at the door loads none of those.
  home: [
    'src/signed-in.tsx',
    'src/ui/save-as-typed.ts',
    'src/ui/create-one-tap.ts',
    'src/ui/text-field.tsx',
    'src/ui/no-network.ts',
    'src/store/observe/live.ts',
    'src/domain/name-and-address.ts',
    'src/ui/bar.css',
    'src/ui/chip.css',
    'src/ui/choice.css',
  ],
  // Signing in takes half of the engine, which is wanted a moment later as a whole.
  engine: ['src/sync-engine.ts', 'src/door-backend.ts'],
  screens: ['src/portal/screens.ts'],
  // Whoever may chat; its rules come alone where somebody at the desk judges one.
  chat: ['src/portal/chat/chat-screens.ts', 'src/domain/chat/decide-chat.ts'],
} as const;
export type Part = keyof typeof openings;

/** Which part a module belongs to; null where the bundler decides, for what only one later screen needs. */
export const createPartOf = (root: string): ((id: string, graph: Graph) => string | null) => {
  let parts: ReadonlyMap<string, string> | null = null;
  return (id, graph) => {
    parts ??= readParts(root, graph);
    return parts.get(id) ?? null;
  };
};

const readParts = (root: string, graph: Graph): ReadonlyMap<string, string> => {
  const parts = new Map<string, string>();
  for (const [part, paths] of Object.entries(openings)) {
    const members = new Set(paths.map((path) => `${root}/${path}`));
    for (const id of members) {
      if (parts.has(id)) continue;
      parts.set(id, part);
      for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) members.add(imported);
    }
  }
  return parts;
};
