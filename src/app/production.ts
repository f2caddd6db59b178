// Imported before anything else: React chooses its build by this variable when it is first loaded.
process.env.NODE_ENV ??= 'production'
