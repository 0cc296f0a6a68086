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
constexpr std::array phonePrefixes{u"+8210", u"+4477", u"+49151", u"+336", u"+8190"};

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

QString phonePrefix(SeedDice &dice)
{
    return QString::fromUtf16(picked(phonePrefixes, dice));
}

} // namespace poolscope::sandbox
