"""How records name motor neuron diseases, and what else they may enrol."""

from trials.reading.phrases import Phrases, vocabulary
from trials.reading.words import word_set

NAMES = {
    "als": (
        "amyotrophic (lateral) sclerosis (lateral)",
        "amyotrophic lateral (sclerois|slerosis|scelrosis|sclersis|scleroses|sclerosi|sclerose)",
        "lateral amyotrophic sclerosis",
        "(lateral) sclerosis (lateral) amyotrophic",
        "sclerose|esclerosis|sclerosi|esclerose lateral|laterale amyotrophic",
        "myatrophische|amyotrophe lateralsklerose",
        "amyotrophic lateralsklerose",
        "lou gehrig|gehrigs (disease)",
        "gehrig disease",
        "charcot disease",
        "maladie de charcot",
    ),
    # with 'lateral' or 'sclerosis' in the same text: 'Lateral Sclerosis, Amyotrophic'
    "als_adjective": ("amyotrophic",),
    "als_letters": ("ALS", "fALS", "sALS", "FALS", "SALS", "ALSFTD"),
    "mnd": (
        "motor neuron disease|disorder|degeneration|condition",
        "motor neuronal disease|degeneration",
        "motoneuron disease|disorder",
        "motor system disease",
    ),
    "mnd_letters": ("MND",),
    # forms that some people with a motor neuron disease have, beside ALS
    "mnd_form": (
        "primary lateral sclerosis",
        "progressive (spinal) muscular|muscle atrophy",
        "progressive bulbar palsy|paralysis",
        "pseudobulbar palsy",
        "flail arm|leg (syndrome)",
    ),
    # motor neuron diseases with their own cause, and their own studies
    "mnd_other": (
        "spinal muscular atrophy",
        "spinal muscle atrophy",
        "kennedy|kennedys disease|syndrome",
        "spinal (and) bulbar muscular|muscle atrophy",
        "spinobulbar muscular|muscle atrophy",
        "bulbospinal (muscular) atrophy|neuronopathy",
        "SBMA",
        "werdnig hoffmann|hoffman",
        "kugelberg welander",
        "monomelic amyotrophy",
        "hirayama disease",
        "brown vialetto van laere",
        "SMARD1",
    ),
    "generic": (
        "neurodegenerative|neurodegeneration|neuromuscular|neurologic|neurological"
        " (disease|disorder|condition|illness|manifestation)",
        "(central) nervous system (disease|disorder)",
        "CNS disease|disorder",
        "degenerative disease|disorder",
        "rare|orphan|genetic|hereditary|chronic|undiagnosed disease|disorder",
        "nerve degeneration",
        "motor disorder",
        "movement disorder",
        "spinal cord disease",
        "brain disease",
        "muscular|muscle disease",
        "TDP43|TDP proteinopathy",
        "proteostasis deficiency",
        "metabolic|paralytic disease",
        "pathologic process",
        "neurogenetic disorder",
    ),
    # what people with ALS have, or how they live: no other disease is enrolled by these
    "symptom": (
        "respiratory (muscle) (insufficiency|failure|paralysis|weakness|disorder)",
        "dysphagia", "sialorrhea", "drooling", "dysarthria", "cramp", "spasticity",
        "(deglutition|swallowing|speech|communication|sleep|language|mood|cognition|cognitive)"
        " disorder", "malnutrition", "weight loss", "depression", "anxiety", "fatigue", "pain",
        "pseudobulbar affect", "quality of life", "caregiver", "locked in syndrome",
        "paralysis", "quadriplegia", "tetraplegia", "cognitive impairment|dysfunction",
        "hypoventilation", "muscle weakness", "muscular atrophy", "constipation", "healthy",
        "volunteer", "palliative", "hypoxemia", "emotional", "bulbar palsy|dysfunction",
        "sleep disordered breathing", "sleep apnea syndrome",
    ),
    # diseases that are enrolled beside ALS, and told apart wherever they are named
    "another": (
        "parkinson (disease)", "parkinsons (disease)", "parkinsonism", "alzheimer (disease)",
        "alzheimers (disease)", "huntington (disease)", "huntingtons (disease)",
        "multiple sclerosis", "multiple system atrophy", "muscular dystrophy", "stroke",
        "spinal cord injury", "brain injury", "cerebral palsy", "dementia",
        "frontotemporal (lobar) dementia|degeneration", "progressive supranuclear palsy",
        "corticobasal degeneration|syndrome", "lewy body (disease)", "myasthenia gravis",
        "ataxia", "neuropathy", "myopathy", "polyneuropathy", "charcot marie tooth (disease)",
        "autism", "epilepsy", "diabetes", "cancer", "neuromyelitis optica", "batten disease",
        "guillain barre", "myositis", "pompe disease", "duchenne", "spastic paraplegia",
        "creutzfeldt jakob", "prion", "COPD", "covid", "lupus", "arthritis", "FTD",
        "traumatic brain injury", "hemiplegia", "aphasia",
    ),
}  # fmt: skip
DISEASE_WORDS = Phrases(vocabulary("disease", NAMES))

# The last word of most names of diseases: enough to see that an entry names another one
NAMES_A_DISEASE = word_set(
    """
    disease diseases syndrome syndromes dystrophy dystrophies sclerosis palsy palsies
    dementia dementias injury injuries disorder disorders atrophy atrophies failure
    infection fracture deficiency dependence trauma ischemia infarction hemorrhage
    hypertension obesity asthma transplantation arrest leukemia lymphoma anemia stress
    """
)
ENDINGS = ("itis", "oma", "osis", "opathy", "emia", "aemia", "uria", "plegia", "algia", "penia")

# "ALS" has other meanings: the words that come with them
OTHER_MEANINGS = word_set(
    """
    resuscitation ambulance ambulances paramedic paramedics prehospital ems bls acls pals
    cpr defibrillation subunit igfbp igfbp3 igf antilymphocyte anterolateral adventitious
    """
)
OTHER_MEANING_PAIRS = word_set(
    """
    life_support cardiac_arrest emergency_medical pre_hospital of_hospital labile_subunit
    lung_sounds lymphocyte_supernatant liver_support assisted_living anti_lymphocyte
    lymphocyte_serum als_providers als_units als_unit als_provider als_training als_course
    als_care als_programs als_program als_ambulance als_skills als_paramedic
    """
)
DISEASE_CLUES = word_set(
    """
    amyotrophic motoneuron riluzole edaravone tofersen alsfrs alsfrsr neurodegenerative
    neurodegeneration neuromuscular sclerosis sod1 c9orf72 fus tdp43 bulbar escorial gehrig
    neurology neuron tricals mnd ftd frontotemporal
    """
)
ENROLS = word_set(
    """
    patient patients people person participants participant subjects subject individuals
    adults diagnosed diagnosis treatment treat treating therapy suffering living affected
    with cases
    """
)
EXAMPLES = word_set(
    """
    such including like eg example unlike similar excluding except
    """
)
ALS_MESH = "D000690"
