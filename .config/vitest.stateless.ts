// WXT looks for `chrome` once, when it is first imported, and these files share one module graph: it has to be there before
// any of them, in whatever order they run.
import '../e2e/support/extension-storage';
