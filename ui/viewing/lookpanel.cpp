// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewing/lookpanel.h"

#include "queue/flowlayout.h"
#include "viewing/viewbar.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

#include <algorithm>

namespace arb::ui {

LookPanel::LookPanel(QWidget *parent)
    : QWidget(parent), m_bar(new ViewBar(this)), m_channel(new QComboBox(this)), m_inverted(new QCheckBox(this)), m_reset(new QPushButton(this))
{
    setObjectName(QStringLiteral("lookPanel"));
    (new FlowLayout(this, 4))->addWidget(m_bar);
    m_angle = addField(QStringLiteral("lookAngle"), 0, 359, &m_angleLabel);
    m_angle->setWrapping(true);
    m_angle->setSuffix(QStringLiteral("°"));
    m_channelLabel = addLabelled(m_channel);
    m_channel->setObjectName(QStringLiteral("lookChannel"));
    for (int n = 0; n <= static_cast<int>(domain::ToneChannel::Luma); ++n)
        m_channel->addItem({}, n);
    m_black = addField(QStringLiteral("lookBlack"), 0, 254, &m_blackLabel);
    m_white = addField(QStringLiteral("lookWhite"), 1, 255, &m_whiteLabel);
    m_gamma = addField(QStringLiteral("lookGamma"), 10, 1000, &m_gammaLabel);
    m_brightness = addField(QStringLiteral("lookBrightness"), -100, 100, &m_brightnessLabel);
    m_gamma->setSingleStep(10);
    m_brightness->setSingleStep(5);
    for (QSpinBox *percent : {m_gamma, m_brightness})
        percent->setSuffix(QStringLiteral(" %"));
    m_inverted->setObjectName(QStringLiteral("lookInverted"));
    m_reset->setObjectName(QStringLiteral("lookReset"));
    layout()->addWidget(m_inverted);
    layout()->addWidget(m_reset);
    connect(m_angle, &QSpinBox::valueChanged, this, [this](int degrees) { Q_EMIT rotationWanted(degrees); });
    for (QSpinBox *field : {m_black, m_white, m_gamma, m_brightness})
        connect(field, &QSpinBox::valueChanged, this, &LookPanel::tellTone);
    connect(m_channel, &QComboBox::activated, this, &LookPanel::tellTone);
    connect(m_inverted, &QCheckBox::toggled, this, &LookPanel::tellTone);
    connect(m_reset, &QPushButton::clicked, this, [this] { Q_EMIT toneWanted(domain::Tone{}); });
    showState({});
    retranslate();
}

QSpinBox *LookPanel::addField(const QString &objectName, int least, int most, QLabel **label)
{
    auto *field = new QSpinBox(this);
    field->setObjectName(objectName);
    field->setRange(least, most);
    *label = addLabelled(field);
    return field;
}

/// The two stay together when the line is broken.
QLabel *LookPanel::addLabelled(QWidget *field)
{
    auto *pair = new QWidget(this);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(4, 0, 0, 0);
    row->setSpacing(4);
    auto *label = new QLabel(pair);
    label->setBuddy(field);
    row->addWidget(label);
    row->addWidget(field);
    layout()->addWidget(pair);
    return label;
}

void LookPanel::showState(const ViewState &state)
{
    m_tone = state.tone;
    const std::initializer_list<QObject *> fields{m_angle, m_channel, m_black, m_white, m_gamma, m_brightness, m_inverted};
    for (QObject *field : fields)
        field->blockSignals(true);
    m_angle->setValue(qRound(state.rotation) % 360);
    m_channel->setCurrentIndex(static_cast<int>(state.tone.channel));
    m_black->setMaximum(state.tone.white - 1);
    m_white->setMinimum(state.tone.black + 1);
    m_black->setValue(state.tone.black);
    m_white->setValue(state.tone.white);
    m_gamma->setValue(state.tone.gammaPercent);
    m_brightness->setValue(state.tone.brightness);
    m_inverted->setChecked(state.tone.inverted);
    for (QObject *field : fields)
        field->blockSignals(false);
    m_reset->setEnabled(!state.tone.isPlain());
}

domain::Tone LookPanel::typedTone() const
{
    domain::Tone tone;
    tone.black = std::min(m_black->value(), 254);
    tone.white = std::max(m_white->value(), tone.black + 1);
    tone.gammaPercent = m_gamma->value();
    tone.brightness = m_brightness->value();
    tone.inverted = m_inverted->isChecked();
    tone.channel = static_cast<domain::ToneChannel>(m_channel->currentIndex());
    return tone;
}

void LookPanel::tellTone()
{
    const domain::Tone tone = typedTone();
    if (tone != m_tone)
        Q_EMIT toneWanted(tone);
}

void LookPanel::retranslate()
{
    const auto name = [](QLabel *label, QWidget *field, const QString &text) {
        label->setText(text);
        field->setAccessibleName(text);
    };
    name(m_angleLabel, m_angle, tr("Angle"));
    name(m_channelLabel, m_channel, tr("Channel"));
    name(m_blackLabel, m_black, tr("Black point"));
    name(m_whiteLabel, m_white, tr("White point"));
    name(m_gammaLabel, m_gamma, tr("Gamma"));
    name(m_brightnessLabel, m_brightness, tr("Brightness"));
    const QStringList channels{tr("All colours"), tr("Red"), tr("Green"), tr("Blue"), tr("Luma")};
    for (int n = 0; n < channels.size(); ++n)
        m_channel->setItemText(n, channels.at(n));
    m_inverted->setText(tr("Inverted"));
    m_reset->setText(tr("Tones as they are"));
    m_reset->setToolTip(tr("Levels, brightness, inversion and channel back to the file's own"));
}

} // namespace arb::ui
