const path = require('node:path');

/** The project's alias, for tools that resolve like webpack. */
module.exports = { resolve: { alias: { '@': path.resolve(__dirname, '..') } } };
