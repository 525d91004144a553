/**
 * The words that LinkedIn's pages are built from: tags, attributes, roles, and what their names and keys are made of
 * (linkedin/pages.md 2). A report shows these and nothing else in letters, so whatever is missing here costs a maintainer
 * a hint and nobody a secret. Words that are also common names of people (page, mark, grant, art, drew) stay out.
 */
const WORDS = `
a abbr address article aside audio b blockquote body br button canvas code col dd del details dialog div dl dt em fieldset
figcaption figure footer form h head header hr html i iframe img input ins label legend li link main menu meta nav noscript
ol optgroup option output p path picture pre progress q s section select slot small source span strong sub summary sup svg
symbol table tbody td template textarea tfoot th thead time tr u ul use var video
accept accesskey action alt aria async atomic autocomplete busy charset checked class colspan columnheader content
controls current data datetime describedby dir disabled download draggable enctype expanded for formaction haspopup height
hidden href hreflang http id invalid is itemprop itemscope itemtype keyshortcuts labelledby lang level live loading maxlength
media method minlength modal multiple multiselectable name novalidate onclick orientation owns pattern placeholder popup
posinset pressed property readonly rel required role roledescription rowspan scope selected setsize sizes sort spellcheck
src srcset start step style tabindex target text title translate type usemap valuemax valuemin valuenow value viewbox width
alert application banner cell checkbox combobox complementary contentinfo definition directory document feed grid gridcell
group heading list listbox listitem log math menubar menuitem none note presentation progressbar radio radiogroup region row
rowgroup rowheader scrollbar search searchbox separator slider spinbutton status switch tab tablist tabpanel term textbox
timer toolbar tooltip tree treeitem true false ltr rtl auto submit reset
com linkedin sdui flagshipnav flagship flagships impl screen screens component componentkey key ref reference
referencekey state store shared container wrapper root outlet interop preload rehydrated hydrate viewport layout
profile profiles people person member members lead leads account accounts company companies school schools organization org
topcard top card cards tl lockup entity entities result results universal collection item items lazy column row rows
primary secondary navigation global sidebar rail left right middle bottom center inner outer first last second
photo picture image logo headshot avatar ghost accent framed displayphoto displaybackgroundimage framedphoto background
cover figure shrink scale crop icon icons badge badges premium verified verification trigger influencer open visually
headline sublabel subtitle title subline caption description name full given family pronouns degree distance dist connection
connections connect connected network mutual shared facepile follow follower followers following message messages messaging
compose recipient thread threads conversation conversations convo participant participants inbox msg bubble overlay
location locations geo region contact info information about summary experience experiences education educations position
positions job jobs role roles current past present previous skill skills activity activities post posts featured
recommendation recommendations services certification certifications language languages honors honor projects project
publications volunteering volunteer volunteers volunteerexperience causes interests interest courses organizations patents
supported locales suggested suggestion suggestions generated for you browsemap pymk product products promo ad ads
advertisement
insights insight highlights highlight sales salesnav recruiter talent hire hiring candidate candidates pipeline search
saved list lists paginated pagination filter filters facet facets keyword keywords hits hit entity template chameleon
cluster
actions action delegate buttonstate invitation invite invites pending accept withdraw ignore custom vanity detail details
level section sections toplevel anchor null empty placeholder skeleton loader loading spinner shimmer part above below
drawer panel pane modal sheet dialog dropdown trigger popover toast tooltip carousel slide pill pills chip chips content
contents control controls expandable box inline show more less collapse collapsed expanded expander see all
view views name names target urn li fs fsd sn ember artdeco pv pvs mt mb ml mr mh mv pt pb pl pr ph pv t bold black light
normal break words align flex grid block display relative absolute sticky fixed scaffold self heading xlarge large medium
small body xsmall ui ghost presence indicator online offline reachable status anonymize
feature module viewed viewers analytics stats count counts number numbers text texts string line lines clamp truncate
truncated subtext supplementary primary hoverable field logo suggestion subcomponents sub components semaphore tracking
track impression visibility scroll into semantic finite infinite list loaded end button buttons label labels icon accessory
date dates duration range meta datum core rail core subheader public guest contextual sign auth wall authwall checkpoint
login logout join session uas homepage home desktop mobile web lite app base edit add remove save saved share send copy report
test test automation e2e x d m n v l r c k g y z w o f j e
new window external internal popup static dynamic primary default initial root index legacy classic old next prev
linkedin's licdn dms aero lipi trk trkinfo origin original subdomain mini miniprofile urn source client url redir redirect
facetconnectionof connectionof facetnetwork sid spellcorrectionenabled profileurn profileid parentspanid listitem mynetwork
in company school showcase groups group events event pulse newsletters learning help premium settings psettings jobs
notifications notification feed update updates comment comments reaction reactions like likes repost social actor
headless manager import contacts catch up grow
user users identity memberid vanityname nav navbar header global alerts skip main workspace body page-less stack
hstack vstack box spacer divider center start end between wrap gap padding margin rounded border corner hover focus active
selected unread read typing composer editor input attachment attachments emoji gif send sender receiver seen receipt
day time timestamp ago of the this that and to by on at or an as is no not all any como pk
`;

export const VOCABULARY: ReadonlySet<string> = new Set(WORDS.split(/\s+/u).filter((word) => /^[a-z]+$/u.test(word)));
