#include "core/model/gan_training.h"

#include "core/error.h"
#include "core/model/state_bytes.h"
#include "core/model/sums.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/tensor.h>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

std::vector<Tensor> liveTensors(const Gan& gan)
{
    std::vector<Tensor> all;
    const auto add = [&](const Network& network, const Optimizer& optimizer) {
        all.push_back(network.weights());
        all.insert(all.end(), network.buffers().begin(), network.buffers().end());
        all.insert(all.end(), optimizer.memory().begin(), optimizer.memory().end());
    };
    add(*gan.generator, *gan.optimizerG);
    add(*gan.discriminator, *gan.optimizerD);
    all.insert(all.end(), gan.state.begin(), gan.state.end());
    return all;
}

void copyInto(const std::vector<Tensor>& target, const std::vector<Tensor>& source)
{
    for (std::size_t i = 0; i < target.size(); ++i)
        target[i].copy_(source[i]);
}

/// Not Generator::clone(): LibTorch 1.13 never frees what that makes.
void copyState(const at::Generator& from, at::Generator& to)
{
    const auto* source = at::check_generator<at::CPUGeneratorImpl>(from);
    auto* target = at::check_generator<at::CPUGeneratorImpl>(to);
    target->set_engine(const_cast<at::CPUGeneratorImpl*>(source)->engine());
}

RandomStreams freshStreams()
{
    return {at::detail::createCPUGenerator(), at::detail::createCPUGenerator(),
            at::detail::createCPUGenerator()};
}

void copyStates(const RandomStreams& from, RandomStreams& to)
{
    copyState(from.realData, to.realData);
    copyState(from.noise, to.noise);
    copyState(from.mixing, to.mixing);
}

/// A sum of squares in double precision is finite when all numbers of a float tensor are.
bool allFinite(const Tensor& tensor)
{
    return std::isfinite(normOf(tensor));
}

void note(StepMetrics& metrics, const DiscriminatorFigures& figures)
{
    metrics.lossD = figures.loss;
    metrics.dReal = figures.dReal;
    metrics.dFakeBefore = figures.dFake;
    metrics.accuracyReal = figures.accuracyReal;
    metrics.accuracyFake = figures.accuracyFake;
    metrics.gradNormD = figures.gradientNorm;
}

void note(StepMetrics& metrics, const GeneratorFigures& figures)
{
    metrics.lossG = figures.loss;
    metrics.dFakeAfter = figures.dFake;
    metrics.gradNormG = figures.gradientNorm;
}

/// What may stop being finite, in the order in which requireFinite() looks.
const char* const kQuantities[] = {
    GE_TR("The loss of D"), GE_TR("The gradient of D"), GE_TR("The weights of D"),
    GE_TR("The loss of G"), GE_TR("The gradient of G"), GE_TR("The weights of G"),
};

} // namespace

void GanTraining::begin(Gan gan)
{
    m_gan = std::move(gan);
    m_tensors = liveTensors(m_gan);
    m_counts = {};
    m_before = {};
    m_before.random = freshStreams();
    for (const Tensor& tensor : m_tensors)
        m_before.tensors.push_back(tensor.clone());
}

void GanTraining::apply(const GanSettings& settings)
{
    requireNetworks();
    m_stepsD = settings.d.steps;
    m_stepsG = settings.g.steps;
    m_gan.rule = settings.rule;
    m_gan.facts = settings.facts;
    m_gan.clearsGradientG = settings.clearsGradientG;
    m_ratesD = settings.d.rates;
    m_ratesG = settings.g.rates;
    m_gan.optimizerD->setRates(m_ratesD);
    m_gan.optimizerG->setRates(m_ratesG);
}

StepMetrics GanTraining::step(StepObserver* observer)
{
    const auto figuresAtLast = [](bool last) { return last ? Figures::Wanted : Figures::NotWanted; };
    requireNetworks();
    remember();
    StepMetrics metrics;
    metrics.updatesD = static_cast<int>(m_stepsD);
    metrics.updatesG = static_cast<int>(m_stepsG);
    if (m_gan.beginIteration)
        m_gan.beginIteration();
    for (std::int64_t i = 1; i <= m_stepsD; ++i)
        if (const auto figures = trainDiscriminator(m_gan, figuresAtLast(i == m_stepsD), observer))
            note(metrics, *figures);
    for (std::int64_t i = 1; i <= m_stepsG; ++i)
        if (const auto figures = trainGenerator(m_gan, figuresAtLast(i == m_stepsG), observer))
            note(metrics, *figures);
    requireFinite(metrics);
    ++m_counts.iteration;
    m_counts.updatesD += m_stepsD;
    m_counts.updatesG += m_stepsG;
    return metrics;
}

void GanTraining::remember()
{
    copyInto(m_before.tensors, m_tensors);
    copyStates(m_gan.random, m_before.random);
}

void GanTraining::goBack()
{
    copyInto(m_tensors, m_before.tensors);
    copyStates(m_before.random, m_gan.random);
}

/// Looked at once an iteration: what is not finite stays so, because each update adds to it.
void GanTraining::requireFinite(const StepMetrics& metrics)
{
    const bool finite[] = {
        m_stepsD == 0 || std::isfinite(metrics.lossD),     m_stepsD == 0 || std::isfinite(metrics.gradNormD),
        allFinite(m_gan.discriminator->weights()),         m_stepsG == 0 || std::isfinite(metrics.lossG),
        m_stepsG == 0 || std::isfinite(metrics.gradNormG), allFinite(m_gan.generator->weights()),
    };
    const auto broken = std::find(std::begin(finite), std::end(finite), false);
    if (broken == std::end(finite))
        return;
    goBack();
    throw Error(
        GE_TR(
            "%1 stopped being finite after iteration %2 (learning rates: D %3, G %4). Lower a learning rate, "
            "or reset."),
        {kQuantities[broken - std::begin(finite)], std::to_string(m_counts.iteration),
         numberText(m_ratesD.learningRate), numberText(m_ratesG.learningRate)});
}

std::string GanTraining::save(std::string_view tag) const
{
    const Gan& current = gan();
    std::vector<Tensor> all = m_tensors;
    all.push_back(at::tensor({m_counts.iteration, m_counts.updatesD, m_counts.updatesG}, at::kLong));
    for (const at::Generator* random :
         {&current.random.realData, &current.random.noise, &current.random.mixing})
        all.push_back(random->get_state());
    return tensorsToBytes(tag, all);
}

void GanTraining::restore(std::string_view bytes, std::string_view tag)
{
    RandomStreams random = freshStreams();
    copyStates(gan().random, random);
    std::vector<Tensor> layout = m_tensors;
    layout.push_back(at::empty({3}, at::kLong));
    for (at::Generator* stream : {&random.realData, &random.noise, &random.mixing})
        layout.push_back(stream->get_state());
    std::vector<Tensor> all = tensorsFromBytes(tag, bytes, layout);
    for (at::Generator* stream : {&random.mixing, &random.noise, &random.realData}) {
        stream->set_state(all.back());
        all.pop_back();
    }
    const auto* counts = all.back().data_ptr<std::int64_t>();
    m_counts = {counts[0], counts[1], counts[2]};
    m_gan.random = random;
    copyInto(m_tensors, all); // one fewer than `all`, which ends with the counts
}

const Gan& GanTraining::gan() const
{
    requireNetworks();
    return m_gan;
}

void GanTraining::requireNetworks() const
{
    if (!m_gan.generator)
        throw Error(GE_TR("The trainer has no networks yet: it must be reset first."));
}

} // namespace gan
