"""How languages other than English say that a message came or went, as heads of telegrams and stamps have it."""

CAME_OR_WENT = (
    r"eingegangen|angekommen|abgesandt|abgegangen|reçue?s?|expédiée?s?|recibid[oa]s?|enviad[oa]s?|ricevut[oaie]|"
    r"spedit[oaie]|получено|отправлено"
)
"""The participles in German, French, Spanish, Italian and Russian, as the branches of an expression."""
