"""Words around a cell's name that say whether the cell is given, and to whom.

Every list is of single words in the plain form of reading/words.py.
"""

from trials.reading.words import word_set

GIVING = word_set(
    """transplantation transplant transplanted transplants transplanting injection injections
    injected inject injecting infusion infusions infused infuse infusing administration
    administrations administered administer administering implantation implanted implant
    implants implanting delivery delivered deliver delivering inoculation instillation
    instilled receive receives received receiving given get gets treated treat treatment treatments
    therapy therapies therapeutic reinfusion reinfused grafted grafting engrafted application
    applied apply dose doses dosed suspension loaded seeded use using used rescue compassionate
    placed inserted boost undergo returned reinjected reimplanted
    injects infuses implants"""
)
STRICT_GIVING = GIVING - word_set(
    """use using used therapy therapies treatment treatments treat treated therapeutic dose doses
    apply applied application"""
)
# Nearest before a cell's name: the cells belong to the past or the future of the person
BESIDE_BEFORE = word_set(
    """after following post before prior previous previously earlier history awaiting candidates
    undergoing underwent eligible during pre preceding ineligible since posttransplant
    complications complicating failed failing"""
)
WITHOUT = word_set("without no not lacking non none never excluding absence versus")
# The cells are what something else acts on, or what is measured
TARGET_BEFORE = word_set(
    """inducing induce induces induction promoting promote promotes increasing increase
    increases enhancing enhance enhances boosting expanding expand stimulating stimulate
    modulating modulate antibody blocking inhibiting depleting depletion affecting
    mobilization number numbers level levels count counts
    percentage frequency proportion phenotype phenotypes expression marker markers
    circulating function measuring measure tracking monitoring imaging resident
    endogenous recruit recruiting cancer tumor leukemia leukemic malignant change changes
    changing alter alters altering restore restores restoring"""
)
HYPOTHETICAL = word_set("can could may might if optional optionally whenever proceed would should")
# Nearest after a cell's name
PEOPLE_AFTER = word_set(
    """eligible ineligible naive recipient recipients patient patients candidate candidates
    survivor survivors donor donors
    unit ward setting center centre centers"""
)
DISEASE_AFTER = word_set(
    """leukemia lymphoma lymphomas carcinoma carcinomas cancer cancers tumor malignancy
    malignancies neoplasm neoplasms disease diseases anemia sarcoma myeloma arteritis
    deficiency disorder disorders neoplasia large prolymphocytic acute chronic lymphoblastic
    lymphoproliferative non nonhodgkin histiocytosis"""
)
MEASURE_AFTER = word_set(
    """count counts level levels number numbers marker markers phenotype phenotypes phenotyping
    assay assays response responses receptor receptors function functions proliferation
    activation engager engagers redirecting epitope epitopes factor factors subset subsets
    population populations inhibitor inhibitors exhaustion repertoire frequency frequencies
    percentage mobilization viability profile profiles analysis biology research bank banking
    line lines model models culture cultures antigen antigens checkpoint clones infiltration
    differentiation antibody antibodies mediated depletion replete dysfunction costimulation
    stimulation specific immunity lineage compartment ratio activity expression reconstitution
    recovery dependent harvest collection mobilisation yield growth"""
)
# An intervention named by one of these takes something from the person, or looks at them
TAKEN_NOT_GIVEN = word_set(
    """collection collections sample samples sampling specimen specimens biopsy biopsies harvest
    harvesting aspiration leukapheresis banking biobank biobanking draw test testing assay
    imaging mri pet scan questionnaire survey puncture phlebotomy mobilization liposuction
    excision donation"""
)
# These may stand between such a cue and the cell's name
FILLERS = word_set(
    """human cultured expanded derived from isolated adult ex vivo purified single repeated
    multiple high low dose doses of the a an two three four cd4 cd25 cd8 cd19 polyclonal
    engineered modified gene transduced clinical grade fresh frozen cryopreserved and or with
    conventional standard family related matched mismatched t cell depleted double first
    second tandem new injection infusion transplantation intravenous intrathecal"""
)
# These may stand between a tissue or a donor and the cells that it describes
DESCRIBING = word_set(
    """tissue based sourced originating originated origin multipotent product products tissues
    progenitor stem mesenchymal blood pad pulp jelly wharton selected mobilized unmanipulated
    culture own patient patients"""
)
ROUTE_OF_A_DRUG = word_set(
    """mg mcg methotrexate cytarabine chemotherapy immunoglobulin ivig cyclophosphamide
    fludarabine busulfan melphalan steroid steroids methylprednisolone dexamethasone
    antibiotics antibiotic contrast gadolinium heparin il interleukin aldesleukin mannitol
    anesthesia anaesthesia sedation tacrolimus cyclosporine rituximab catheter access line"""
)
ONTO = word_set("into to in inside within at onto over on between around")
INTO = word_set("into to in inside within via through by at onto over on between around")
LAB = word_set(
    """laboratory lab vitro sample samples sampling specimen specimens biobank biobanking bank
    banking repository biorepository reprogrammed reprogram reprogramming generate generation
    generated modeling modelling model models assay assays phenotyping phenotype phenotypes
    phenotypic characterize characterization characterisation analyze analysis analyse
    analysed analyzed lines line differentiate differentiated differentiation cultured culture
    screening study collected collection drawn blood-draw biopsy biopsies isolate isolated"""
)
# The sentence speaks of animals, of others' work, or of cells in general
ANIMAL = word_set(
    """animals mouse mice murine rat rats rodent rodents preclinical primate primates
    baboon pig pigs swine rabbit rabbits dog dogs sod1g93a xenograft vitro"""
)
ANIMAL_WORK = word_set("model models studies study experiments experiment data work")
EARLIER_WORK = word_set(
    """previous previously recently recent earlier published literature colleagues researchers
    researches reported demonstrated shown showed clinically reports past
    studies trials experience evidence review"""
)
IN_GENERAL = word_set(
    """can could may might such sources various promising generally widely usually commonly
    typically originally exist found reside resides defined"""
)
STUDIED = word_set(
    """model models modeling modelling screening biobank repository registry biology lines line
    generation bank culture biomarker biomarkers"""
)
# A title with one of these is about what people think or know of a treatment
ASKED = word_set(
    """knowledge attitude attitudes perception perceptions survey questionnaire expectations
    awareness opinion opinions expect views tourism willingness beliefs preferences interview
    interviews education psychosocial"""
)
MAYBE = word_set("may might can could")
CONTROL = word_set(
    """placebo placebos sham vehicle control controls excipient excipients saline
    comparator dummy"""
)
HARVEST = word_set(
    """aspiration aspirations aspirate aspirated aspirates harvest harvested harvesting harvests
    biopsy biopsies collected collection collecting obtained obtain isolated isolation isolate
    extracted extraction derived liposuction lipoaspiration lipoaspirate abdominoplasty
    leukapheresis sample samples removed taken withdrawn donated provided provide source
    give gives gave grown donate donated originated prepared produced processed drawn"""
)
TAKEN_FROM = word_set(
    """come comes originate isolated derived
    obtained prepared grown separated harvested collected expanded cultured
    produced made generated manufactured"""
)
# what a drug does to cells
ACTS = word_set(
    """act acts acting stimulates stimulate inhibits inhibit targets binds blocks activates
    affects kills lowers raises depletes inhibitor agonist antagonist antibody"""
)
PERSON = word_set(
    """patient patients participant participants subject subjects recipient recipients person
    own self"""
)
OWN = word_set("own self")
# After a donor word, these are what it describes: the cells are not meant
NOT_CELLS = word_set(
    """bone graft grafts allograft serum plasma iliac kidney renal liver lung heart organ organs
    skin cartilage matrix tissue scaffold membrane platelet platelets fibrin prf prp fat
    chondrocyte chondrocytes rejection vein islet islets scaffolds tendon"""
)
ORGANS = word_set("kidney renal liver hepatic lung heart cardiac organ organs pancreas")
G_CSF_NAMES = word_set(
    """filgrastim lenograstim pegfilgrastim neupogen neulasta granocyte plerixafor mozobil gcsf
    motixafortide"""
)
