"""Words beside a route that change what it means."""

from trials.reading.words import word_set

# "stage IV" is no route
NUMERALS = word_set(
    """
    stage stages phase phases grade grades type types class level group factor iii ii and or
    to category cohort arm part mps collagen
    """
)
# "intracerebral haemorrhage" is a disease
PRESSURE = word_set(
    """
    hemorrhage haemorrhage hemorrhages bleeding pressure hypertension aneurysm aneurysms
    tumor neoplasm neoplasms stenosis conduction septal block
    """
)
MEASURED = word_set(
    """
    sample samples sampling level levels biomarker biomarkers analysis marker markers
    concentration concentrations collection flow pressure examination proteins protein
    """
)
PLACED = word_set(
    """
    injected injection inject injecting implanted implantation placed placement inserted
    insertion loaded delivered delivery applied seeded fixed transplanted transplantation
    administered administration put filled fill use used utilized instilled infiltrated grafted
    grafting
    """
)
# "intraspinal and intrathecal", "intraspinal injection followed by two intrathecal ones"
INTO_THE_CORD = frozenset({"and", "followed", "plus", "combined", "then"})

# in a text in capitals, "IT IS" is no route
VERBS = word_set("is was will has had can may should would does did seems remains")
