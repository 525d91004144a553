/**
 * The words in LinkedIn's tags, attributes, roles, names and keys (docs/linkedin-pages.md#page-variants). A report shows
 * only these words as text, so a missing word costs a hint but never reveals anything. Plurals are recognised by their
 * singular. Words that are also common names of people (page, mark, grant, art, drew, black, day) are left out.
 */
const WORDS = `
a about above accent accessory account action active activities activity actor ad add ads advertisement alert align all
alt an analytics anchor and anonymize any app aria artdeco article as aside async at auth authwall auto autocomplete
avatar b background badge base below between block body bold border bottom box br break browsemap bubble busy
button buttonstate by candidate caption card cell center certification chameleon checkbox checkpoint chip class classic
client cluster code col collapsed collection column com combobox comment como companies company complementary component
componentkey compose composer connect connected connection contact container content control conversation convo copy
core count cover current custom d data date dd default degree describedby description desktop detail dialog dir
directory display displaybackgroundimage displayphoto dist distance div divider dl dms drawer dropdown dt duration
dynamic edit editor education em ember empty end entities entity event expandable expanded expander experience external
facepile facet false family feature featured feed field fieldset figure filter first flagship flagshipnav focus follow
follower following footer for form framed framedphoto fs fsd full g generated geo ghost given global grid group guest h
haspopup head header heading headless headline headshot help hidden highlight hire home hoverable hr href hreflang html
i icon id identity iframe image img impl import impression in inbox index indicator influencer info information initial
inline inner input ins insight interest internal interop into invitation invite is item job join key keyword l label
labelledby lang language large last layout lazy lead left legacy less level li licdn light likes line link linkedin
lipi list listitem live loaded loader loading locales location lockup log login logo logout ltr m main manager mb media
medium member menu menubar message messaging meta middle mini mobile modal module more msg mt multiple mutual mynetwork
n name nav navbar navigation network new next no not notification null number of offline ol old on online open option
or org organization origin outer outlet output overlay p paginated pagination pane panel part participant past path
pattern pb pending people person photo picture pill pk pl placeholder popup position post pr preload premium presence
present presentation pressed prev previous primary product profile progress progressbar project promo pronouns property
pt public pv pvs pymk radio rail range reaction read receiver recipient recommendation recruiter ref reference
referencekey region rehydrated rel remove report reset result right role root rounded row rtl s sales salesnav save
saved scaffold scale school scope screen scroll sdui search second secondary section see select self semantic semaphore
send sender services session share shared sheet show showcase shrink sidebar sign skeleton skill slide small sn
social source spacer span src stack start state static status store string strong style sub subdomain subheader
sublabel subline subtext subtitle suggested suggestion supplementary supported svg switch t tab tabindex table tablist
tabpanel talent target tbody td template term test text textarea textbox th that the thead this thread time title tl to
toast toolbar top topcard toplevel tr track tracking trigger trk true truncate truncated type typing uas ul universal
unread up update url urn user v value vanity verification verified video view viewed viewers visibility visually wall
web window words workspace wrapper x xlarge y you
`;

export const VOCABULARY: ReadonlySet<string> = new Set(WORDS.split(/\s+/u).filter((word) => /^[a-z]+$/u.test(word)));
