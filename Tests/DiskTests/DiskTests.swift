// Placeholder until the target has contents.
