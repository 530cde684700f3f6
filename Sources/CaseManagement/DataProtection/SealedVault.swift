public struct SealedVault {}
