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

# a sentence that names one of these, and no cells, may speak of its route
OTHER_PRODUCTS = word_set(
    """
    placebo placebos sham saline vehicle control controls contrast mri scan scans imaging
    sample samples sampling drawn draw collect collected collection measured measure biopsy
    edaravone riluzole tofersen drug drugs medication medications vaccine antibody antibodies
    plasma albumin sedation anesthesia anaesthesia chemotherapy immunosuppression steroid
    steroids antibiotic antibiotics fluids nutrition toxin
    """
)
