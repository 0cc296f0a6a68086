#include "sandbox/seed/names.h"

#include <array>

namespace poolscope::sandbox {

namespace {

using Word = std::pair<const char16_t *, const char16_t *>;

constexpr std::array givenNames = std::to_array<Word>({
    {u"Mira", u"mira"},       {u"Jonas", u"jonas"},   {u"Aiko", u"aiko"},     {u"Zoë", u"zoe"},
    {u"Minjun", u"minjun"},   {u"서연", u"seoyeon"},  {u"지우", u"jiwoo"},    {u"Lucía", u"lucia"},
    {u"Mateo", u"mateo"},     {u"Amara", u"amara"},   {u"Kwame", u"kwame"},   {u"Ingrid", u"ingrid"},
    {u"Søren", u"soren"},     {u"Chloé", u"chloe"},   {u"Hugo", u"hugo"},     {u"Priya", u"priya"},
    {u"Arjun", u"arjun"},     {u"Fatima", u"fatima"}, {u"Omar", u"omar"},     {u"Léa", u"lea"},
    {u"Noah", u"noah"},       {u"Emma", u"emma"},     {u"Oliver", u"oliver"}, {u"Sofia", u"sofia"},
    {u"Yuki", u"yuki"},       {u"Haruto", u"haruto"}, {u"Ana", u"ana"},       {u"João", u"joao"},
    {u"Katarzyna", u"kasia"}, {u"Piotr", u"piotr"},   {u"Elif", u"elif"},     {u"Deniz", u"deniz"},
});

constexpr std::array familyNames = std::to_array<Word>({
    {u"Kim", u"kim"},           {u"Lee", u"lee"},
    {u"박", u"park"},           {u"Choi", u"choi"},
    {u"Müller", u"mueller"},    {u"Weber", u"weber"},
    {u"García", u"garcia"},     {u"Fernández", u"fernandez"},
    {u"Tanaka", u"tanaka"},     {u"Suzuki", u"suzuki"},
    {u"Nguyen", u"nguyen"},     {u"Okafor", u"okafor"},
    {u"Mensah", u"mensah"},     {u"Larsen", u"larsen"},
    {u"Dubois", u"dubois"},     {u"Moreau", u"moreau"},
    {u"Patel", u"patel"},       {u"Sharma", u"sharma"},
    {u"Haddad", u"haddad"},     {u"Rossi", u"rossi"},
    {u"Silva", u"silva"},       {u"Novák", u"novak"},
    {u"Kowalska", u"kowalska"}, {u"Yılmaz", u"yilmaz"},
    {u"O'Brien", u"obrien"},    {u"Smith", u"smith"},
    {u"Johnson", u"johnson"},   {u"Brown", u"brown"},
    {u"van Dijk", u"vandijk"},  {u"Lindqvist", u"lindqvist"},
    {u"Popescu", u"popescu"},   {u"Ivanova", u"ivanova"},
});

constexpr std::array mailDomains{u"@example.com", u"@example.org", u"@example.net"};
struct NumberRange
{
    const char16_t *prefix;
    int digits; // after it
};

// Kept free for films and examples: by Ofcom (07700 900000 to 900999, 01632 960000 to 960999), by Arcep (06 39 98 xx xx,
// decision 2018-0881), and in North America (555-0100 to 555-0199 in every area).
constexpr std::array freeNumbers = std::to_array<NumberRange>(
    {{u"+447700900", 3}, {u"+3363998", 4}, {u"+120255501", 2}, {u"+441632960", 3}, {u"+141555501", 2}});
// They are far too few for a large pool. An area code of North America begins with 2 to 9, so that nobody can have these.
constexpr NumberRange impossibleNumbers{u"+10", 9};

template<class List>
auto picked(const List &list, SeedDice &dice)
{
    return list[std::size_t(dice.below(qint64(list.size())))];
}

GivenName shownAndPlain(const Word &word)
{
    return {QString::fromUtf16(word.first), QString::fromUtf16(word.second)};
}

} // namespace

GivenName givenName(SeedDice &dice)
{
    return shownAndPlain(picked(givenNames, dice));
}

FamilyName familyName(SeedDice &dice)
{
    return shownAndPlain(picked(familyNames, dice));
}

QString mailDomain(SeedDice &dice)
{
    return QString::fromUtf16(picked(mailDomains, dice));
}

QString phoneNumber(qint64 serial)
{
    const auto numberIn = [](const NumberRange &range, qint64 index) {
        return QString::fromUtf16(range.prefix) + QString::number(index).rightJustified(range.digits, u'0');
    };
    const NumberRange &range = freeNumbers[std::size_t(serial) % freeNumbers.size()];
    const qint64 index = serial / qint64(freeNumbers.size());
    const QString number = numberIn(range, index);
    // Longer than its range has digits: there are no more of them.
    return number.size() == numberIn(range, 0).size() ? number : numberIn(impossibleNumbers, serial);
}

} // namespace poolscope::sandbox
