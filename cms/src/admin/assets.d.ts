declare module '*.svg' {
  const url: string;
  export default url;
}

interface Window {
  strapi: { flags: Record<string, boolean> };
}
