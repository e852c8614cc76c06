"""Words beside a route that change what it means."""

# "stage IV" is no route
NUMERALS = frozenset(
    ["stage", "stages", "phase", "phases", "grade", "grades", "type", "types", "class", "level", "group", "factor", "iii", "ii", "and", "or", "to", "category", "cohort", "arm", "part", "mps", "collagen"]
)
# "intracerebral haemorrhage" is a disease
PRESSURE = frozenset(
    ["hemorrhage", "haemorrhage", "hemorrhages", "bleeding", "pressure", "hypertension", "aneurysm", "aneurysms", "tumor", "neoplasm", "neoplasms", "stenosis", "conduction", "septal", "block"]
)
MEASURED = frozenset(
    ["sample", "samples", "sampling", "level", "levels", "biomarker", "biomarkers", "analysis", "marker", "markers", "concentration", "concentrations", "collection", "flow", "pressure", "examination", "proteins", "protein"]
)
PLACED = frozenset(
    ["injected", "injection", "inject", "injecting", "implanted", "implantation", "placed", "placement", "inserted", "insertion", "loaded", "delivered", "delivery", "applied", "seeded", "fixed", "transplanted", "transplantation", "administered", "administration", "put", "filled", "fill", "use", "used", "utilized", "instilled", "infiltrated"]
)
# "intraspinal and intrathecal", "intraspinal injection followed by two intrathecal ones"
INTO_THE_CORD = frozenset({"and", "followed", "plus", "combined", "then"})
