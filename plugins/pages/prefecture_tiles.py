"""Japan in tiles of one size: each prefecture about where it lies, a small one as easy to see as a large one."""

# key -> (column, row, three letters for languages in Latin script); 13 columns and 12 rows
TILES = {
    "hokkaido": (12, 0, "HOK"),
    "aomori": (12, 1, "AOM"),
    "akita": (11, 2, "AKI"), "iwate": (12, 2, "IWA"),
    "yamagata": (11, 3, "YGT"), "miyagi": (12, 3, "MYG"),
    "ishikawa": (8, 4, "ISK"), "toyama": (9, 4, "TOY"), "niigata": (10, 4, "NII"), "gunma": (11, 4, "GUN"),
    "fukushima": (12, 4, "FKS"),
    "fukui": (8, 5, "FKI"), "gifu": (9, 5, "GIF"), "nagano": (10, 5, "NGN"), "saitama": (11, 5, "SAI"),
    "tochigi": (12, 5, "TOC"),
    "shimane": (4, 6, "SMN"), "tottori": (5, 6, "TOT"), "hyogo": (6, 6, "HYO"), "kyoto": (7, 6, "KYO"),
    "shiga": (8, 6, "SIG"), "aichi": (9, 6, "AIC"), "yamanashi": (10, 6, "YNS"), "tokyo": (11, 6, "TYO"),
    "ibaraki": (12, 6, "IBA"),
    "yamaguchi": (3, 7, "YGC"), "hiroshima": (4, 7, "HIR"), "okayama": (5, 7, "OKY"), "osaka": (6, 7, "OSA"),
    "nara": (7, 7, "NAR"), "mie": (8, 7, "MIE"), "shizuoka": (10, 7, "SZO"), "kanagawa": (11, 7, "KAN"),
    "chiba": (12, 7, "CHI"),
    "saga": (0, 8, "SAG"), "fukuoka": (1, 8, "FKO"), "oita": (2, 8, "OIT"), "wakayama": (7, 8, "WAK"),
    "nagasaki": (0, 9, "NGS"), "kumamoto": (1, 9, "KUM"), "miyazaki": (2, 9, "MYZ"), "ehime": (4, 9, "EHI"),
    "kagawa": (5, 9, "KAG"),
    "kagoshima": (1, 10, "KGS"), "kochi": (4, 10, "KOC"), "tokushima": (5, 10, "TOK"),
    "okinawa": (0, 11, "OKI"),
}  # fmt: skip
COLUMNS = 13
