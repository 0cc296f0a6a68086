#include "sandbox/choicesmodel.h"

#include "sandbox/sandbox.h"

#include <QCoreApplication>

namespace poolscope::sandbox {

namespace {

struct MarkTexts
{
    Q_DECLARE_TR_FUNCTIONS(SandboxMarks)
};

} // namespace

ChoicesModel::ChoicesModel(Sandbox &sandbox, QObject *parent)
    : QAbstractTableModel(parent)
    , m_sandbox(sandbox)
    , m_all(allChoices())
{
    connect(&sandbox, &Sandbox::choicesChanged, this,
            [this] { emit dataChanged(index(0, ValueColumn), index(rowCount() - 1, ValueColumn)); });
}

QString ChoicesModel::value(int row) const
{
    return m_sandbox.choices().value(choice(row).name);
}

bool ChoicesModel::allAreDefault() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!isDefault(row))
            return false;
    }
    return true;
}

void ChoicesModel::choose(int row, const QString &value)
{
    (void)m_sandbox.choose(choice(row).name, value); // refuses only what the choice does not have
}

void ChoicesModel::chooseDefaults()
{
    for (int row = 0; row < rowCount(); ++row)
        choose(row, choice(row).values.first());
}

int ChoicesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_all.size());
}

int ChoicesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChoicesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Choice &one = choice(index.row());
    if (role == Qt::ToolTipRole)
        return one.description;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return QString(one.name);
    case ValueColumn:
        return value(index.row());
    case DefaultColumn:
        return one.values.first();
    default:
        return markText(one.mark);
    }
}

QVariant ChoicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Choice");
    case ValueColumn:
        return tr("In force");
    case DefaultColumn:
        return tr("Default");
    default:
        return tr("How sure the default is");
    }
}

QString markText(QLatin1StringView mark)
{
    if (mark == QLatin1StringView("recalled"))
        return MarkTexts::tr("unverified: recalled");
    if (mark == QLatin1StringView("inferred"))
        return MarkTexts::tr("unverified: inferred");
    if (mark == QLatin1StringView("disputed"))
        return MarkTexts::tr("unverified: sources disagree");
    if (mark == QLatin1StringView("one source"))
        return MarkTexts::tr("unverified: one source only");
    if (mark == QLatin1StringView("emulators"))
        return MarkTexts::tr("unverified: seen in emulators only");
    if (mark == QLatin1StringView("ours"))
        return MarkTexts::tr("the sandbox's own rule");
    return mark;
}

} // namespace poolscope::sandbox
