/** What a request path leads to: the entry by its parameters. */
export interface Match<Entry> {
  entry: Entry;
  params: Record<string, string>;
}

export interface RouteTable<Entry> {
  /** @throws when the table already has this method on this path */
  add(row: { method: string; path: string; entry: Entry }): void;
  /** The entry for this method and path; undefined when there is none. */
  find(method: string, path: string): Match<Entry> | undefined;
  /** The methods that the path takes, empty for an unknown path. */
  methods(path: string): string[];
  /** All rows, in the order in which paths are tried. */
  list(): { method: string; path: string }[];
}

interface Place<Entry> {
  segments: string[];
  entries: Map<string, Entry>;
}

/** Paths with `:parameters`; fixed segments win over parameters, as `/calendar` does over `/:id`. */
export function createRouteTable<Entry>(): RouteTable<Entry> {
  const places: Place<Entry>[] = [];
  const reach = (path: string) => {
    const segments = split(path);
    return places.filter((place) => fits(place.segments, segments));
  };
  return {
    add({ method, path, entry }) {
      const place = placeOf(places, path);
      if (place.entries.has(method)) throw new TypeError(`${method} ${path} is served twice: remove one.`);
      place.entries.set(method, entry);
      places.sort(fixedFirst);
    },
    find(method, path) {
      const place = reach(path).find(({ entries }) => entries.has(method));
      const params = place && parameters(place.segments, split(path));
      const entry = place?.entries.get(method);
      return entry && params && { entry, params };
    },
    methods: (path) => [...new Set(reach(path).flatMap(({ entries }) => [...entries.keys()]))],
    list: () =>
      places.flatMap(({ segments, entries }) =>
        [...entries.keys()].map((method) => ({ method, path: segments.join('/') })),
      ),
  };
}

function placeOf<Entry>(places: Place<Entry>[], path: string): Place<Entry> {
  const segments = split(path);
  const known = places.find((place) => place.segments.join('/') === segments.join('/'));
  if (known) return known;
  const place = { segments, entries: new Map<string, Entry>() };
  places.push(place);
  return place;
}

/** One slash at the end means nothing. */
function split(path: string): string[] {
  return (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
}

function fits(pattern: string[], segments: string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, at) => (part.startsWith(':') ? segments[at] !== '' : part === segments[at]))
  );
}

function fixedFirst(left: { segments: string[] }, right: { segments: string[] }): number {
  const shape = ({ segments }: { segments: string[] }) =>
    segments.map((part) => (part.startsWith(':') ? '1' : '0')).join('');
  return shape(left).localeCompare(shape(right));
}

/** Undefined when a segment is not valid percent encoding: such a thing does not exist. */
function parameters(pattern: string[], segments: string[]): Record<string, string> | undefined {
  try {
    return Object.fromEntries(
      pattern.flatMap((part, at) =>
        part.startsWith(':') ? [[part.slice(1), decodeURIComponent(segments[at] ?? '')]] : [],
      ),
    );
  } catch {
    return undefined;
  }
}
