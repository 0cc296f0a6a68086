#include "ui/common/requirementlist.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

constexpr int iconSize = 16;
constexpr int indent = iconSize + 6;

// Not met yet is no failure: it is muted.
void paintMark(QPainter &painter, const QRect &place, Requirement::State state, const QPalette &palette)
{
    const QPoint centre = place.center();
    painter.setPen(QPen(color(ColorRole::Muted, palette), 1.4, Qt::SolidLine, Qt::RoundCap));
    switch (state) {
    case Requirement::State::Met:
        icon(QStringLiteral("checkmark"), ColorRole::Good).paint(&painter, place);
        break;
    case Requirement::State::Unmet:
        painter.drawLine(centre + QPoint(-3, -3), centre + QPoint(3, 3));
        painter.drawLine(centre + QPoint(-3, 3), centre + QPoint(3, -3));
        break;
    case Requirement::State::Unknown:
        painter.drawEllipse(centre, 3, 3);
        break;
    }
}

} // namespace

RequirementList::RequirementList(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
}

void RequirementList::setRequirements(const QList<Requirement> &requirements)
{
    m_requirements = requirements;
    while (m_rows.size() > requirements.size())
        delete m_rows.takeLast();
    while (m_rows.size() < requirements.size()) {
        QLabel *row = mutedLabel({}, this);
        row->setTextInteractionFlags(Qt::NoTextInteraction);
        row->setIndent(indent);
        layout()->addWidget(row);
        m_rows += row;
    }
    for (int row = 0; row < int(m_rows.size()); ++row)
        updateRow(row);
    update();
}

bool RequirementList::allMet() const
{
    return std::all_of(m_requirements.cbegin(), m_requirements.cend(),
                       [](const Requirement &one) { return one.state == Requirement::State::Met; });
}

void RequirementList::updateRow(int row)
{
    const Requirement &one = m_requirements.at(row);
    QLabel *label = m_rows.at(row);
    const bool met = one.state == Requirement::State::Met;
    label->setText(one.text);
    label->setForegroundRole(met ? QPalette::WindowText : QPalette::PlaceholderText);
    switch (one.state) {
    case Requirement::State::Met:
        label->setAccessibleName(tr("Met: %1").arg(one.text));
        break;
    case Requirement::State::Unmet:
        label->setAccessibleName(tr("Not met yet: %1").arg(one.text));
        break;
    case Requirement::State::Unknown:
        label->setAccessibleName(one.text);
        break;
    }
}

void RequirementList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        const QRect line = m_rows.at(row)->geometry();
        const int top = line.top() + qMax(0, (qMin(line.height(), fontMetrics().height()) - iconSize) / 2);
        paintMark(painter, QRect(line.left(), top, iconSize, iconSize), m_requirements.at(row).state, palette());
    }
}

} // namespace poolscope::ui
