#include "sandbox/seed/dice.h"

namespace poolscope::sandbox {

namespace {

quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

} // namespace

SeedDice::SeedDice(quint64 seed, qint64 number, Purpose purpose)
    : m_state(mixed(mixed(mixed(seed + purpose * 0x9e3779b97f4a7c15ULL)) + quint64(number)))
{
}

quint64 SeedDice::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    return mixed(m_state);
}

qint64 SeedDice::below(qint64 bound)
{
    return qint64(next() % quint64(bound));
}

QString SeedDice::hex(int digits)
{
    QString text;
    text.reserve(digits);
    while (text.size() < digits)
        text += QString::number(next(), 16).rightJustified(16, u'0');
    return text;
}

QString SeedDice::uuid()
{
    QString text = hex(32);
    text[12] = u'4';
    text[16] = u"89ab"[below(4)];
    for (const int at : {20, 16, 12, 8})
        text.insert(at, u'-');
    return text;
}

} // namespace poolscope::sandbox
