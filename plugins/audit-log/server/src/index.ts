/** The plugin has no parts of its own in Strapi yet: its table is a constraint file, its door is `./contract`. */
export default {};
