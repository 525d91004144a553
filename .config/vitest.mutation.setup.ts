// The files of a folder share their modules: the settings must find the storage in memory, whichever file imports them first.
import '../e2e/support/extension-storage';
