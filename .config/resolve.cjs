const path = require('node:path');

/** The one alias of the project, for tools that resolve as webpack does. */
module.exports = { resolve: { alias: { '@': path.resolve(__dirname, '..') } } };
